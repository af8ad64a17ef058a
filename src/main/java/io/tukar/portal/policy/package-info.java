/** The shop's policy for everybody to read: the version in force and any other one. */
@NullMarked
package io.tukar.portal.policy;

import org.jspecify.annotations.NullMarked;
