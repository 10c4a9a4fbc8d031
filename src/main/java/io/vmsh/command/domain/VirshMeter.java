package io.vmsh.command.domain;

import io.vmsh.command.Dialog;
import io.vmsh.hypervisor.JobProgress.Amount;

/** virsh's form of progress, {@code Migration: [ 42 %]}, for what reads it where there is no terminal. */
final class VirshMeter {
    private static final int ALMOST = 99;

    private final String label;
    private final Dialog dialog;

    VirshMeter(String label, Dialog dialog) {
        this.label = label;
        this.dialog = dialog;
    }

    /** Shows how much is done; nothing while no total is known. */
    void show(Amount amount) {
        if (amount.total() > 0) {
            show(percent(amount));
        }
    }

    /** Shows that all is done. */
    void finish() {
        show(100);
    }

    /** A hundred only when nothing is left. */
    static int percent(Amount amount) {
        if (amount.remaining() == 0) {
            return 100;
        }
        return Math.min(ALMOST, (int) (100.0 - amount.remaining() * 100.0 / amount.total()));
    }

    private void show(int percent) {
        dialog.meter("\r%s: [%3d %%]".formatted(label, percent));
    }
}
