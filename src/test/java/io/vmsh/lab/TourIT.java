package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import org.junit.jupiter.api.Test;

/** The tour that the project shows of itself. */
class TourIT {
    @Test
    void goesFromTheRefusalToTheOtherHost() {
        LabClient.fresh();
        Output tour = LabClient.run(LabClient.vmshWords("run", "scripts/examples/tour.vmsh"));
        assertThat(tour.err())
                .contains("kvm1 # expect-error unsafe-cache migrate --live web1 kvm2")
                .contains("error: Unsafe migration: ");
        assertThat(tour.out()).contains("web1 moved to kvm2").endsWith("running (migrated)\n\n");
        LabClient.succeeded(tour);
        assertThat(LabClient.state("kvm1", "web1")).isEmpty();
        assertThat(LabClient.persistent("kvm2", "web1")).isTrue();
    }
}
