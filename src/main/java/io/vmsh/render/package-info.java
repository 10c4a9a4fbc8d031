/** Results and problems on paper: one printer per output format. */
@NullMarked
package io.vmsh.render;

import org.jspecify.annotations.NullMarked;
