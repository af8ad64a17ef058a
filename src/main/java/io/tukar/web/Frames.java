package io.tukar.web;

import io.tukar.kernel.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a request's page. */
@Component
final class Frames {

  private final Texts texts;
  private final Assets assets;
  private final String shop;
  private final Map<Language, Formats> formats = new EnumMap<>(Language.class);

  Frames(Texts texts, Assets assets, @Value("${tukar.shop-name:Tukar}") String shop) {
    this.texts = texts;
    this.assets = assets;
    this.shop = shop;
    for (Language language : Language.values()) {
      formats.put(language, Formats.of(language));
    }
  }

  Frame of(HttpServletRequest request) {
    Language language = LanguageFilter.languageOf(request);
    return new Frame(
        language,
        texts,
        formats.getOrDefault(language, Formats.of(language)),
        assets,
        path(request),
        query(request.getQueryString()),
        shop,
        token(request),
        Optional.ofNullable((Viewer) request.getAttribute(Viewer.ATTRIBUTE)));
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
        ? failed
        : request.getRequestURI();
  }

  private static String query(@Nullable String query) {
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> !part.startsWith("lang="))
        .collect(Collectors.joining("&"));
  }

  private static Supplier<String> token(HttpServletRequest request) {
    return () ->
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
            ? token.getToken()
            : "";
  }
}
