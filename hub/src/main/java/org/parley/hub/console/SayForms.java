package org.parley.hub.console;

import java.util.List;

/// Plain forms of one part of the console. [SayController] shows and sends them.
interface SayForms {

    List<PlainForm> forms();
}
