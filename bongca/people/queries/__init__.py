"""Every read of persons that other apps and pages need."""
