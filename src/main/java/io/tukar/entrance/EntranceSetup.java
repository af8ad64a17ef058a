package io.tukar.entrance;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the check of what staff may do before every desk page. */
@Configuration(proxyBeanMethods = false)
class EntranceSetup implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new NeedsCheck())
        .addPathPatterns("/desk", "/desk/**")
        .excludePathPatterns(SignInPage.PATH, SignInPage.PATH_OUT);
  }
}
