package org.parley.hub.places;

import org.parley.kernel.InvalidValue;

/// A point on the earth in degrees, longitude first as everywhere in this module (WGS 84).
public record Position(double longitude, double latitude) {

    public Position {
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new InvalidValue(
                    "longitude",
                    "value.longitude",
                    "must be -180 to 180 degrees, was {was}; longitude comes before latitude",
                    longitude);
        }
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new InvalidValue(
                    "latitude",
                    "value.latitude",
                    "must be -90 to 90 degrees, was {was}; longitude comes before latitude",
                    latitude);
        }
    }
}
