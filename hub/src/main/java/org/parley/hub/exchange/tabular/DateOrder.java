package org.parley.hub.exchange.tabular;

/// Which of 3/4/2024 is the day. Undeclared, only a date that can be read in one way is understood.
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    UNDECLARED
}
