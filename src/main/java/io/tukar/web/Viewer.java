package io.tukar.web;

import io.tukar.kernel.Role;

/** The member of staff who looks at a page. Put by sign-in as a request attribute. */
public record Viewer(long staffId, String name, Role role) {

  /** The request attribute's name. */
  public static final String ATTRIBUTE = Viewer.class.getName();
}
