package org.parley.hub.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much the API takes from whom. A limit of 0 requests is none.
///
/// @param person requests per second of one account, on average
/// @param organisation requests per second of all accounts of one organisation
/// @param stranger requests per second of one address while nobody is signed in
/// @param burst for how many seconds' worth of requests may come at once
/// @param beat on which it is answered that something is not there; 0 for at once
/// @param body the largest JSON body; files have a limit of their own
@ConfigurationProperties("parley.api")
record ApiSettings(
        @DefaultValue("200") long person,
        @DefaultValue("1000") long organisation,
        @DefaultValue("50") long stranger,
        @DefaultValue("10") long burst,
        @DefaultValue("20ms") Duration beat,
        @DefaultValue("16MB") DataSize body) {}
