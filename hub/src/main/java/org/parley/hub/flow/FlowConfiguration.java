package org.parley.hub.flow;

import org.parley.hub.places.Places;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Answers flow's ports from the modules that know.
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    Epochs epochs() {
        return Epochs.USUAL;
    }

    @Bean
    PlaceAreas placeAreas(Places places) {
        return places::areasOf;
    }
}
