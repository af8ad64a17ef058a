package io.tukar.kernel;

/** What a device does wrong, as VoIP support desks code it. */
public enum Symptom {
  NO_POWER,
  NO_REGISTRATION,
  ONE_WAY_AUDIO,
  NO_DIAL_TONE,
  POE_FAULT,
  PORT_DEAD,
  HANDSET,
  DISPLAY,
  FIRMWARE,
  OTHER
}
