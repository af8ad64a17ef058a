package io.tukar.cli;

import io.tukar.Tukar;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** All beans of the program except those of its web doors. */
@EnableAutoConfiguration
@ComponentScan(
    basePackageClasses = Tukar.class,
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Tukar.class),
      @ComponentScan.Filter(
          type = FilterType.REGEX,
          pattern = "io\\.tukar\\.(entrance|portal|desk|api|web|pages)\\..*")
    })
class RoomsWithoutDoors {}
