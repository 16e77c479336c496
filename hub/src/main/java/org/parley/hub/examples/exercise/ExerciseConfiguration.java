package org.parley.hub.examples.exercise;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExerciseSettings.class)
class ExerciseConfiguration {}
