package io.tukar.api.wire;

import io.tukar.rma.StaleCase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Makes every failure under {@code /api/} a problem, also where no endpoint was found. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!request.getRequestURI().startsWith("/api/")) {
      return null;
    }
    try {
      Replies.write(problem(failure), request, response);
      return new ModelAndView();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply.Problem problem(Exception failure) {
    return switch (failure) {
      case RefusedRequest refused -> refused.problem();
      case StaleCase e -> Reply.problem(ProblemType.CONFLICT, "changed-meanwhile", "");
      case PessimisticLockingFailureException e ->
          Reply.problem(ProblemType.CONFLICT, "changed-meanwhile", "");
      case NoHandlerFoundException e -> Reply.problem(ProblemType.NOT_FOUND, "no-such-page", "");
      case NoResourceFoundException e -> Reply.problem(ProblemType.NOT_FOUND, "no-such-page", "");
      case HttpRequestMethodNotSupportedException e ->
          Reply.problem(ProblemType.METHOD_NOT_ALLOWED, "method-not-here", "", e.getMethod());
      case HttpMediaTypeNotSupportedException e ->
          Reply.problem(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "media-type-not-here",
              "Content-Type",
              names(e.getSupportedMediaTypes()));
      case MissingServletRequestParameterException e ->
          Reply.problem(ProblemType.MALFORMED, "value-missing", e.getParameterName());
      case MethodArgumentTypeMismatchException e ->
          Reply.problem(ProblemType.MALFORMED, "value-unreadable", e.getName());
      case MaxUploadSizeExceededException e -> UploadLimit.problem();
      case MultipartException e -> Reply.problem(ProblemType.MALFORMED, "value-unreadable", "");
      default -> {
        LOG.error("A request to the API failed", failure);
        yield Reply.problem(ProblemType.INTERNAL, "internal", "");
      }
    };
  }

  private static String names(List<MediaType> types) {
    return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
  }
}
