package org.parley.hub;

import org.parley.hub.cli.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The hub as one process: reads its settings, opens its store, serves the console and the API.
@SpringBootApplication
public class HubApplication {

    public static void main(String[] arguments) {
        CommandLine.main(HubApplication.class, arguments);
    }
}
