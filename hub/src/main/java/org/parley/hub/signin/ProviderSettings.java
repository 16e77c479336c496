package org.parley.hub.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The providers that organisations sign in by: `parley.signin.providers[0].id` and so on.
@ConfigurationProperties("parley.signin")
public record ProviderSettings(@DefaultValue({}) List<Provider> providers) {

    public ProviderSettings {
        providers = List.copyOf(providers);
        if (providers.stream().map(Provider::id).distinct().count() != providers.size()) {
            throw new IllegalArgumentException("parley.signin.providers: one id is there twice");
        }
    }

    Optional<Provider> find(String id) {
        return providers.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
