package io.vmsh.command.guide;

import io.vmsh.command.Call;
import io.vmsh.guide.Sites;
import io.vmsh.guide.SshKeys;
import io.vmsh.guide.Step;
import io.vmsh.session.Session;
import io.vmsh.spec.Parameter;
import java.util.List;

/** Keys between all hosts. */
final class SshKeysTopic implements Topic {
    @Override
    public String name() {
        return "ssh-keys";
    }

    @Override
    public String summary() {
        return "qemu+ssh without a password, from here to each host and from each to each other";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<Step> steps(Call call, Sites sites, List<Session> sessions) {
        return new SshKeys(sites, sessions).steps();
    }
}
