/** What a command accepts, declared as data, and virsh's grammar that reads it: {@link Spec}, its parameters, the lexers and the {@link Binder}. */
@NullMarked
package io.vmsh.spec;

import org.jspecify.annotations.NullMarked;
