package org.parley.hub.cli;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.List;
import org.parley.hub.store.CannotStart;
import org.springframework.boot.web.server.PortInUseException;

/// The hub as a program: reads the order, starts what it needs, and ends with one sentence where
/// something is wrong.
public final class CommandLine {

    private final Class<?> application;
    private final PrintStream err;
    private final PrintStream out;

    private CommandLine(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    /// Runs to the end of the command; a command that serves goes on until the process is stopped.
    public static void main(Class<?> application, String... typed) {
        var exit =
                new CommandLine(
                                application,
                                Spoken.stream(FileDescriptor.out),
                                Spoken.stream(FileDescriptor.err))
                        .run(List.of(typed));
        if (exit != Exit.DONE) {
            System.exit(exit.code());
        }
    }

    private Exit run(List<String> typed) {
        try {
            var order = Orders.read(typed);
            return new Launch(application, order, new Terminal(out, err)).run();
        } catch (RuntimeException stopped) {
            return explain(stopped, typed);
        }
    }

    private Exit explain(RuntimeException stopped, List<String> typed) {
        for (Throwable cause = stopped; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Ended ended -> {
                    err.println(ended.getMessage());
                    return ended.exit();
                }
                case CannotStart cannot -> {
                    err.println(cannot.getMessage());
                    return exit(cannot.why());
                }
                case PortInUseException busy -> {
                    err.println(Sentences.portBusy(busy.getPort()));
                    return Exit.PORT_BUSY;
                }
                default -> {}
            }
        }
        stopped.printStackTrace(err);
        err.println(Sentences.failed(typed.getFirst(), stopped));
        return Exit.FAILED;
    }

    private static Exit exit(CannotStart.Why why) {
        return switch (why) {
            case FOLDER_IN_USE -> Exit.FOLDER_IN_USE;
            case DISK_FULL -> Exit.DISK_FULL;
            case DATABASE_UNREACHABLE -> Exit.DATABASE_UNREACHABLE;
            case DATABASE_UNFIT -> Exit.DATABASE_UNFIT;
            case MAY_LOSE -> Exit.MAY_LOSE;
            case OTHER -> Exit.CANNOT_START;
        };
    }
}
