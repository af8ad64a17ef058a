package io.tukar.api.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes what an endpoint answers. */
final class ReplyWriter implements HandlerMethodReturnValueHandler {

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return Reply.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws IOException {
    container.setRequestHandled(true);
    var request = web.getNativeRequest(HttpServletRequest.class);
    var response = web.getNativeResponse(HttpServletResponse.class);
    if (!(value instanceof Reply reply) || request == null || response == null) {
      throw new IllegalStateException("An endpoint without an answer");
    }
    Replies.write(reply, request, response);
  }
}
