package org.parley.hub.console;

import org.parley.hub.access.SignedIn;
import org.parley.hub.signin.Awaited;
import org.parley.hub.signin.SecondPeople;
import org.springframework.stereotype.Component;

/// Says what waits for a second person, on each page where it would take effect.
@Component
class AwaitedParts {

    private final SecondPeople second;

    AwaitedParts(SecondPeople second) {
        this.second = second;
    }

    /// @param page where it stands
    AwaitedPart of(Words words, SignedIn who, String page) {
        return new AwaitedPart(
                page, second.open(who).stream().map(one -> one(words, who, one)).toList());
    }

    private AwaitedPart.One one(Words words, SignedIn who, Awaited one) {
        return new AwaitedPart.One(
                one.id().toString(),
                one.name(),
                one.gives(),
                words.say(
                        "second.note",
                        words.orCode("second.what.", one.what().code()),
                        one.organisation(),
                        one.askedBy(),
                        words.dayAndTime(one.askedAt()),
                        words.dayAndTime(one.endsAt())),
                second.mayStandFor(who, one),
                second.mayWithdraw(who, one));
    }
}
