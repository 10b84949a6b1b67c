### frame
