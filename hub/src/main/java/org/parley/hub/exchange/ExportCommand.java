package org.parley.hub.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.parley.hub.access.Account;
import org.parley.hub.access.Readers;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Wording;
import org.parley.hub.claims.Observations;
import org.parley.hub.claims.RegisterId;
import org.parley.hub.claims.TotalsBy;
import org.parley.hub.cli.ChosenOperations;
import org.parley.hub.cli.Command;
import org.parley.hub.cli.Ended;
import org.parley.hub.cli.Exit;
import org.parley.hub.cli.Order;
import org.parley.hub.cli.Spoken;
import org.parley.hub.cli.Terminal;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Sight;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;

/// Writes a register's totals as the member that it is drawn for may see them.
@Component
class ExportCommand implements Command {

    private final Exports exports;
    private final Observations observations;
    private final Journal journal;
    private final SignIns signIns;
    private final Readers readers;
    private final ChosenOperations operations;
    private final Wording wording;

    ExportCommand(
            Exports exports,
            Observations observations,
            Journal journal,
            SignIns signIns,
            Readers readers,
            ChosenOperations operations,
            Wording wording) {
        this.exports = exports;
        this.observations = observations;
        this.journal = journal;
        this.signIns = signIns;
        this.readers = readers;
        this.operations = operations;
        this.wording = wording;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        try {
            var operation = operations.one(order);
            var register = order.flag("register").map(ExportCommand::register);
            var by =
                    order.flag("by")
                            .or(() -> register.map(RegisterId::originator))
                            .orElse(ImportCommand.DESK);
            var sight = sight(operation, new PartnerId(by));
            var cut = cut(order, operation);
            if (register.isEmpty()) {
                list(sight, cut, terminal);
            } else {
                write(order, sight, cut, register.get(), terminal);
            }
            return Exit.DONE;
        } catch (InvalidValue wrong) {
            throw new Ended(
                    Exit.WRONG_USAGE,
                    wrong.field() + ": " + wording.of(Spoken.here(), wrong) + ".");
        }
    }

    private Sight sight(OperationId operation, PartnerId by) {
        var account = "command-line-" + by;
        var part = new Account.Part(operation, Role.CONTRIBUTOR, FieldClass.EXACT);
        signIns.enrol(new Account(account, by, "Command line", true, false, List.of(part)));
        return readers.reader(new SignedIn(account, by, "Command line"), operation)
                .map(journal::sight)
                .orElseThrow();
    }

    private Cut cut(Order order, OperationId operation) {
        var asOf = order.flag("as-of").orElse("");
        if (asOf.isEmpty()) {
            return journal.now(operation);
        }
        try {
            return asOf.matches("[0-9]{1,18}")
                    ? journal.asOf(operation, Long.parseLong(asOf))
                    : journal.asOf(operation, Instant.parse(asOf));
        } catch (DateTimeParseException noInstant) {
            throw new InvalidValue(
                    "as-of",
                    "value.cut",
                    "must be a log size or an instant such as 2031-05-04T12:00:00Z, was '{was}'",
                    asOf);
        }
    }

    private static RegisterId register(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new InvalidValue(
                    "register",
                    "value.register-form",
                    "must be ORGANISATION/SOURCE, was '{was}'",
                    text);
        }
        return new RegisterId(parts[0], parts[1]);
    }

    private void list(Sight sight, Cut cut, Terminal terminal) {
        var registers = observations.list(sight, cut);
        if (registers.isEmpty()) {
            terminal.tell("There is no register that this member may see.");
        }
        for (var register : registers) {
            terminal.say("%s/%s".formatted(register.id().originator(), register.id().source()));
        }
    }

    private void write(Order order, Sight sight, Cut cut, RegisterId register, Terminal terminal) {
        var language = Locale.forLanguageTag(order.flag("language").orElse("en"));
        var count = order.flag("count").orElse("month,place");
        var table =
                exports.totals(
                                sight,
                                cut,
                                language,
                                register,
                                Arrays.stream(count.split(",", -1)).map(TotalsBy::of).toList())
                        .orElseThrow(
                                () ->
                                        new InvalidValue(
                                                "register",
                                                "value.register-unseen",
                                                "is none that this member may see: {organisation}/{source}",
                                                register.originator(),
                                                register.source()));
        boolean rightToLeft = language.getLanguage().matches("ar|he");
        var to = order.flag("to");
        if (to.isEmpty()) {
            ExportForm.CSV.write(table, rightToLeft, terminal.answer());
            return;
        }
        var file = Path.of(to.get()).toAbsolutePath();
        var name = file.getFileName().toString();
        var form = ExportForm.of(name.substring(name.lastIndexOf('.') + 1));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            form.write(table, rightToLeft, out);
        } catch (IOException unwritable) {
            throw new Ended(
                    Exit.FILE_REFUSED, "%s cannot be written: %s.".formatted(file, unwritable));
        }
        terminal.tell("Wrote %s".formatted(file));
    }
}
