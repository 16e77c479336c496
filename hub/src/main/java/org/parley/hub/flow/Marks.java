package org.parley.hub.flow;

/// What does not fit about a report, said beside it for ever. Worded in the message files under
/// `mark.` and the code.
final class Marks {

    static final String CONSIGNMENT_UNKNOWN = "flow.consignment-unknown";
    static final String LINE_UNKNOWN = "flow.line-unknown";
    static final String UNIT_DOES_NOT_CONVERT = "flow.unit-does-not-convert";
    static final String MORE_THAN_WAS_THERE = "flow.more-than-was-there";
    static final String BEFORE_AGREEMENT = "flow.before-agreement";
    static final String IN_THE_FUTURE = "flow.in-the-future";
    static final String BREAKS_FOOTPRINT = "flow.breaks-footprint-rule";
    static final String OWN_AUTHORITY = "flow.own-authority";
    static final String NOT_AN_AUTHORITY = "flow.not-an-authority";
    static final String HEARD_FROM_ANOTHER = "flow.ruling-heard-from-another";
    static final String DOES_NOT_BALANCE = "flow.does-not-balance";
    static final String AFTER_CLOSING = "flow.after-closing";
    static final String NOTHING_TO_CORRECT = "flow.nothing-to-correct";

    private Marks() {}
}
