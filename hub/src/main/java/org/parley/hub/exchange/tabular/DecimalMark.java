package org.parley.hub.exchange.tabular;

/// What stands before the tenths. Undeclared, 1,234 is not understood: it could be either.
public enum DecimalMark {
    POINT,
    COMMA,
    UNDECLARED
}
