package io.vmsh.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.vmsh.hypervisor.ConnectRequest.Credentials;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A {@code virConnectAuth} that passes a hypervisor's questions on to a person. Answers in libvirt's auth.conf are
 * taken by libvirt itself before anybody is asked. Must be reachable until the call that uses it has returned.
 */
final class Authentication {
    private static final int AUTHNAME = 2;
    private static final int PASSPHRASE = 5;
    private static final int ECHOPROMPT = 6;
    private static final int NOECHOPROMPT = 7;
    private static final int REALM = 8;
    /** Settled outside of libvirt: polkit. */
    private static final int EXTERNAL = 9;

    private static final int[] KINDS = {AUTHNAME, PASSPHRASE, ECHOPROMPT, NOECHOPROMPT, REALM, EXTERNAL};

    /** {@code virConnectCredential}: int type; char *prompt, *challenge, *defresult, *result; unsigned resultlen. */
    private static final int CREDENTIAL_SIZE = 6 * Native.POINTER_SIZE;

    private static final int PROMPT = Native.POINTER_SIZE;
    private static final int CHALLENGE = 2 * Native.POINTER_SIZE;
    private static final int DEFAULT_RESULT = 3 * Native.POINTER_SIZE;
    private static final int RESULT = 4 * Native.POINTER_SIZE;
    private static final int RESULT_LENGTH = 5 * Native.POINTER_SIZE;

    private final Credentials credentials;
    private final Memory kinds = new Memory((long) KINDS.length * Integer.BYTES);
    private final Memory structure = new Memory(4L * Native.POINTER_SIZE);
    private final Asked asked = this::answer;

    Authentication(Credentials credentials) {
        this.credentials = credentials;
        kinds.write(0, KINDS, 0, KINDS.length);
        structure.clear();
        structure.setPointer(0, kinds);
        structure.setInt(Native.POINTER_SIZE, KINDS.length);
        structure.setPointer(2L * Native.POINTER_SIZE, CallbackReference.getFunctionPointer(asked));
    }

    /** {@code virConnectAuthPtr}. */
    Pointer pointer() {
        return structure;
    }

    /** {@code virConnectAuthCallbackPtr}. */
    interface Asked extends Callback {
        int answer(Pointer questions, int count, @Nullable Pointer data);
    }

    /** Returns -1 when there is no answer; nothing may be thrown through libvirt. */
    private int answer(Pointer questions, int count, @Nullable Pointer data) {
        try {
            for (int i = 0; i < count; i++) {
                if (!answer(questions.share((long) i * CREDENTIAL_SIZE))) {
                    return -1;
                }
            }
            return 0;
        } catch (RuntimeException failure) {
            return -1;
        }
    }

    private boolean answer(Pointer question) {
        int kind = question.getInt(0);
        if (kind == EXTERNAL) {
            // It may have been settled already, so libvirt goes on and finds out.
            return "PolicyKit".equals(text(question, CHALLENGE));
        }
        boolean echo = kind != PASSPHRASE && kind != NOECHOPROMPT;
        String answer = credentials.ask(text(question, PROMPT) + ": ", echo);
        if (answer == null) {
            return false;
        }
        String preset = text(question, DEFAULT_RESULT);
        byte[] bytes = (answer.isEmpty() && preset != null ? preset : answer).getBytes(StandardCharsets.UTF_8);
        // libvirt frees the answer with free(3).
        Pointer result = new Pointer(Native.malloc(bytes.length + 1L));
        result.write(0, bytes, 0, bytes.length);
        result.setByte(bytes.length, (byte) 0);
        question.setPointer(RESULT, result);
        question.setInt(RESULT_LENGTH, bytes.length);
        return true;
    }

    private static @Nullable String text(Pointer question, int offset) {
        Pointer string = question.getPointer(offset);
        return string == null ? null : string.getString(0, "UTF-8");
    }
}
