/** Makes the shell completions and the manual from the commands' Specs, and checks that the committed ones are true. */
package io.vmsh.document;
