package org.parley.hub.outgoing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom the hub may ask, beyond those that other settings name by their address.
///
/// @param hosts `name` or `name:port` each; reached over HTTPS, and only while the name leads to
///     public addresses
/// @param inner the same, for hosts within the deployer's own network: their names may lead to
///     private addresses, and plain HTTP is taken
@ConfigurationProperties("parley.outgoing")
record OutgoingSettings(
        @DefaultValue({}) List<String> hosts, @DefaultValue({}) List<String> inner) {}
