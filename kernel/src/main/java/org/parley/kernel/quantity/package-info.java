/// Amounts of goods: exact quantities in stated units, differences, conversions with their source
/// and error, ledgers that conserve, and figures that are never without their label.
package org.parley.kernel.quantity;
