package org.parley.hub.examples.exercise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.FlowBody;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.DeviceSequence;

/// Says things of one consignment, in the order of their happening, to those whom it concerns.
final class Voice {

    private final Order order;
    private final String part;
    private final Setting setting;
    private int said;
    private long onPhone;

    /// @param part of the consignment's life; names its lines
    Voice(Order order, String part, Setting setting) {
        this.order = order;
        this.part = part;
        this.setting = setting;
    }

    <B extends Record & FlowBody> StatementId say(Instant at, PartnerId by, B body) {
        return say(at, at, by, body);
    }

    /// @param claimed when it was written; heard later where there was no network
    <B extends Record & FlowBody> StatementId say(
            Instant heard, Instant claimed, PartnerId by, B body) {
        return write(line(heard, claimed, by, body, null));
    }

    /// As written on the phone that goes with the convoy and counts what it sends.
    <B extends Record & FlowBody> StatementId phone(
            Instant heard, Instant claimed, PartnerId by, B body) {
        var device = new DeviceSequence("phone-" + order.number(), ++onPhone);
        var line = line(heard, claimed, by, body, device);
        if (order.number() % 41 == 0) {
            setting.script().accept(line.again(heard.plusSeconds(90)));
        }
        return write(line);
    }

    /// Something that the hub is to refuse.
    <B extends Record & FlowBody> void refused(Instant at, PartnerId by, B body, String code) {
        write(line(at, at, by, body, null).refused(code));
    }

    private <B extends Record & FlowBody> Line<B> line(
            Instant heard, Instant claimed, PartnerId by, B body, @Nullable DeviceSequence device) {
        return new Line<>(
                heard,
                claimed,
                "%s/%s/%d".formatted(order.id(), part, said++),
                by,
                order.label(by),
                body,
                device,
                null);
    }

    private StatementId write(Line<?> line) {
        setting.script().accept(line);
        return line.id(setting.seed());
    }
}
