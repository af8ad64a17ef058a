package io.tukar.portal.policy;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Lets a browser that has the policy's page already go without it. */
@Configuration(proxyBeanMethods = false)
class PolicySetup {

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> policyTags() {
    var tags = new ShallowEtagHeaderFilter();
    tags.setWriteWeakETag(true); // the server compresses what it sends
    var registration = new FilterRegistrationBean<>(tags);
    registration.addUrlPatterns(PolicyPage.PATH, PolicyPage.PATH + "/*");
    return registration;
  }
}
