package io.tukar.api.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the JSON body of a POST, within its bounds. */
final class BodyResolver implements HandlerMethodArgumentResolver {

  private static final int BODY_MEBIBYTES_MAX = 1;
  private static final int BODY_BYTES_MAX = BODY_MEBIBYTES_MAX * 1024 * 1024;
  private static final String JSON = "application/json";

  private final Map<MethodParameter, Class<?>> types = new ConcurrentHashMap<>();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Posted.class
        || parameter.getParameterType() == Asked.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("Not a servlet request");
    }
    var caller = RoleCheck.caller(request);
    var type = types.computeIfAbsent(parameter, BodyResolver::bodyType);
    if (parameter.getParameterType() == Asked.class) {
      return new Asked<>(caller, ApiJson.read(bytes(request), type));
    }
    var key = IdempotencyKey.of(request);
    var bytes = bytes(request);
    var fingerprint = Fingerprint.of(request).with(bytes).bytes();
    return new Posted<>(caller, key, fingerprint, ApiJson.read(bytes, type));
  }

  private static Class<?> bodyType(MethodParameter parameter) {
    return ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve(Object.class);
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > BODY_BYTES_MAX) {
      throw tooLarge();
    }
    var bytes = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    if (bytes.length > BODY_BYTES_MAX) {
      throw tooLarge();
    }
    if (bytes.length > 0 && !isJson(request.getContentType())) {
      throw new RefusedRequest(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "media-type-not-here", "Content-Type", JSON);
    }
    return bytes;
  }

  private static boolean isJson(@Nullable String type) {
    return type != null
        && type.regionMatches(true, 0, JSON, 0, JSON.length())
        && (type.length() == JSON.length() || type.charAt(JSON.length()) == ';');
  }

  private static RefusedRequest tooLarge() {
    return new RefusedRequest(ProblemType.TOO_LARGE, "body-too-large", "", BODY_MEBIBYTES_MAX);
  }
}
