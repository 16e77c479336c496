package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.names.Names;

/// An organisation as a reader sees it, with what is said of it.
///
/// @param seat the last thing said of its seat at the center
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnerView(
        String partner,
        String kind,
        Names names,
        List<RoleView> roles,
        List<RegistrationView> registrations,
        List<SeatView> seats,
        @Nullable SeatView seat,
        List<String> groups) {}
