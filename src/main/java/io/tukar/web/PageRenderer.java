package io.tukar.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Writes a controller's {@link Reply} and hands controllers the {@link Frame}. A page is rendered
 * whole before the first byte is sent, so a failing template gives an error page, not half a page.
 */
@Component
final class PageRenderer implements HandlerMethodReturnValueHandler, HandlerMethodArgumentResolver {

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "io.tukar.pages");
  private final Frames frames;

  PageRenderer(Frames frames) {
    this.frames = frames;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    return Reply.class.isAssignableFrom(returnType.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object returnValue,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest webRequest)
      throws IOException {
    var request = webRequest.getNativeRequest(HttpServletRequest.class);
    var response = webRequest.getNativeResponse(HttpServletResponse.class);
    if (request == null || response == null || !(returnValue instanceof Reply reply)) {
      throw new IllegalStateException("A page without a web request or a reply");
    }
    container.setRequestHandled(true);
    write(reply, request, response);
  }

  /** Sends a reply from outside a controller, such as a filter or a security handler. */
  void write(Reply reply, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (reply) {
      case Page page -> write(page, request, response);
      case Redirect redirect -> {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, redirect.path());
      }
    }
  }

  private void write(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Frame frame = frames.of(request);
    var html = new Utf8ByteOutput();
    templates.render(page.template() + ".jte", Map.of("frame", frame, "model", page.model()), html);
    response.setStatus(page.status().value());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, frame.language().code());
    response.setContentLength(html.getContentLength());
    html.writeTo(response.getOutputStream());
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Frame.class;
  }

  @Override
  public Frame resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binderFactory) {
    var request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("A frame without a web request");
    }
    return frames.of(request);
  }
}
