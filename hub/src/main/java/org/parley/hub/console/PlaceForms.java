package org.parley.hub.console;

import static org.parley.hub.console.SayField.Kind.AREA;
import static org.parley.hub.console.SayField.Kind.DATE;
import static org.parley.hub.console.SayField.of;

import java.util.List;
import org.springframework.stereotype.Component;

/// What can be said about places by plain form.
@Component
class PlaceForms implements SayForms {

    @Override
    public List<PlainForm> forms() {
        return List.of(
                new PlainForm(
                        "working-area",
                        "places.working-area-declared",
                        Section.PLACES,
                        List.of(of("area", AREA), of("from", DATE), of("until", DATE))));
    }
}
