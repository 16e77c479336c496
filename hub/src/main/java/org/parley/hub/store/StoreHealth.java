package org.parley.hub.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Says whether the store answers, and whether it is a scratch run that may lose what was recorded.
@Component
class StoreHealth implements HealthIndicator {

    private final Store store;

    StoreHealth(Store store) {
        this.store = store;
    }

    @Override
    public Health health() {
        store.sql().sql("SELECT 1").query(Integer.class).single();
        var weak = store.durability().weak();
        var health = Health.up().withDetail("scratch", !weak.isEmpty());
        return weak.isEmpty() ? health.build() : health.withDetail("off", weak).build();
    }
}
