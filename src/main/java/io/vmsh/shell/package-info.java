/**
 * The shell: reading lines, running their statements, prompt, completion, history, questions. The only user of Spring
 * Shell and of JLine's terminal; loaded only when somebody sits at one.
 */
@NullMarked
package io.vmsh.shell;

import org.jspecify.annotations.NullMarked;
