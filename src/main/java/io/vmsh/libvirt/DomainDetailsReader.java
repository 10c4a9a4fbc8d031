package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.DomainDetails;
import io.vmsh.hypervisor.DomainDetails.Security;
import io.vmsh.hypervisor.DomainInfo;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.libvirt.Host.SecurityModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks everything about one guest that has a call of its own, all at the same time. */
record DomainDetailsReader(LibvirtDomain guest, Pointer domain, Host host) {
    /** {@code virSecurityLabel}: a text of this length, then {@code int enforcing}. */
    private static final int LABEL_LENGTH = 4097;

    private static final int ENFORCING_OFFSET = 4100;

    DomainDetails read() {
        List<Supplier<@Nullable Object>> questions = List.of(
                guest::info,
                this::osType,
                orNull(guest.definition()::persistent),
                orNull(guest.life()::autostart),
                orNull(guest.life()::hasManagedSave),
                this::security,
                this::messages);
        List<Answer> answers =
                Together.each(host.distance().callsAtOnce(), questions, question -> new Answer(question.get()));
        @SuppressWarnings("unchecked")
        List<String> messages = (List<String>) Objects.requireNonNull(answers.get(6).value);
        return new DomainDetails(
                (DomainInfo) Objects.requireNonNull(answers.get(0).value),
                (String) answers.get(1).value,
                (Boolean) answers.get(2).value,
                (Boolean) answers.get(3).value,
                (Boolean) answers.get(4).value,
                (Security) answers.get(5).value,
                messages);
    }

    private record Answer(@Nullable Object value) {}

    private static Supplier<@Nullable Object> orNull(Supplier<Boolean> question) {
        return () -> {
            try {
                return question.get();
            } catch (HypervisorException unknown) {
                return null;
            }
        };
    }

    private @Nullable String osType() {
        Pointer type = DetailsApi.API.virDomainGetOSType(domain);
        return type == null ? null : Library.take(type);
    }

    private @Nullable Security security() {
        SecurityModel model = host.securityModel(connection());
        if (model.name().isEmpty()) {
            return null;
        }
        byte[] label = new byte[ENFORCING_OFFSET + Integer.BYTES];
        Failures.check(DetailsApi.API.virDomainGetSecurityLabel(domain, label));
        boolean enforcing =
                ByteBuffer.wrap(label).order(ByteOrder.nativeOrder()).getInt(ENFORCING_OFFSET) != 0;
        return new Security(model.name(), model.doi(), Host.text(Arrays.copyOf(label, LABEL_LENGTH), 0), enforcing);
    }

    private Pointer connection() {
        return Failures.check(DetailsApi.API.virDomainGetConnect(domain));
    }

    private List<String> messages() {
        PointerByReference array = new PointerByReference();
        int count = DetailsApi.API.virDomainGetMessages(domain, array, 0);
        if (count < 0) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        for (Pointer message : array.getValue().getPointerArray(0, count)) {
            messages.add(Library.take(message));
        }
        Library.free(array.getValue());
        return List.copyOf(messages);
    }
}
