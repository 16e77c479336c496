package org.parley.hub.signin;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// What the deployer says about signing in.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, ProviderSettings.class})
class SignInConfiguration {}
