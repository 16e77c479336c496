package org.parley.hub.cli;

/// How a command ends. `./parley` itself adds the codes from 10 to 13; `./parley --help` lists them
/// all.
public enum Exit {
    DONE(0),
    FAILED(1),
    WRONG_USAGE(2),
    PORT_BUSY(20),
    FOLDER_IN_USE(21),
    DISK_FULL(22),
    DATABASE_UNREACHABLE(23),
    DATABASE_UNFIT(24),
    MAY_LOSE(25),
    CANNOT_START(26),
    FILE_REFUSED(30),
    NOT_PROVED(31),
    DIFFERENT(32);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
