-- What is summed up is of several labels at once, and which consignments must be taken out of it for
-- a reader the hub finds by what that reader may not see: it is kept from readers altogether and
-- read by the hub itself. What they see of those consignments they read as ever.
REVOKE ALL ON state.flow_epoch, state.flow_sum FROM ${reader};
