//! Natives, launcher and host services.
