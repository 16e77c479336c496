package org.parley.hub;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Each feature is a module, keeps to the neighbours that it declares, and there is no circle.
class ModularityTest {

    @Test
    void modulesKeepToTheirDeclaredNeighbours() {
        ApplicationModules.of(HubApplication.class).verify();
    }
}
