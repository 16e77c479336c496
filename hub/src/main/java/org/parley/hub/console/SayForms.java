package org.parley.hub.console;

import java.util.List;

/// Forms of one part of the console. [SayController] shows and sends them.
interface SayForms {

    List<SayForm> forms();
}
