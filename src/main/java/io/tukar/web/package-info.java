/**
 * How a page is made: templates, languages, formats, assets, security headers, error pages, and the
 * values the shared components take. Knows no case and no policy.
 */
@NullMarked
package io.tukar.web;

import org.jspecify.annotations.NullMarked;
