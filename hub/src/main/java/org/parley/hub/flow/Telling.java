package org.parley.hub.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;

/// Gathers what a statement says, part by part, into what [Happened]. Parts that nobody tells stay
/// out.
final class Telling {

    private @Nullable Step step;
    private @Nullable String what;
    private @Nullable List<Goods> goods;
    private @Nullable List<ReceivedLine> received;
    private @Nullable List<LineRuling> ruled;
    private @Nullable String ruling;
    private @Nullable PartnerId authority;
    private @Nullable PartnerId from;
    private @Nullable PartnerId to;
    private @Nullable String at;
    private @Nullable String interception;
    private @Nullable String crossing;
    private @Nullable String place;
    private @Nullable String toPlace;
    private @Nullable List<String> vehicles;
    private @Nullable String number;
    private @Nullable String reason;
    private @Nullable List<LoadGoods> taken;
    private @Nullable List<LoadGoods> made;

    Happened whole() {
        return new Happened(
                step,
                what,
                goods,
                received,
                ruled,
                ruling,
                authority,
                from,
                to,
                at,
                interception,
                crossing,
                place,
                toPlace,
                vehicles,
                number,
                reason,
                taken,
                made);
    }

    Telling by(PartnerId authority, String outcome) {
        this.authority = authority;
        this.what = outcome;
        return this;
    }

    Telling ruled(String ruling, List<LineRuling> lines) {
        this.ruling = ruling;
        this.ruled = lines;
        return this;
    }

    Telling stepping(Step step, @Nullable Node at, @Nullable Interception how) {
        this.step = step;
        this.at = at == null ? null : at.code();
        this.interception = how == null ? null : how.code();
        return this;
    }

    Telling loads(LoadsChange said) {
        this.what = said.change().code();
        this.at = said.at().code();
        this.taken = said.taken();
        this.made = said.made();
        return this;
    }

    Telling goods(@Nullable List<Goods> goods) {
        this.goods = goods;
        return this;
    }

    Telling received(List<ReceivedLine> lines) {
        this.received = lines;
        return this;
    }

    Telling hands(@Nullable PartnerId giver, PartnerId taker) {
        this.from = giver;
        this.to = taker;
        return this;
    }

    Telling where(@Nullable String crossing, @Nullable String place, List<String> vehicles) {
        this.crossing = crossing;
        this.place = place;
        this.vehicles = vehicles;
        return this;
    }

    Telling towards(String place) {
        this.toPlace = place;
        return this;
    }

    Telling numbered(@Nullable String number) {
        this.number = number;
        return this;
    }

    Telling because(@Nullable String reason) {
        this.reason = reason;
        return this;
    }
}
