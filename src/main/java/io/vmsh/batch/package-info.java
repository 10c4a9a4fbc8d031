/** Scripts: a file of statements, checked whole and run one by one. */
@NullMarked
package io.vmsh.batch;

import org.jspecify.annotations.NullMarked;
